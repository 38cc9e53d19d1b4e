package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An agent that is to be woken by its messages, one task for all of them: a plain function of a {@link View}.
 *
 * @param hold why a person is asked first; null if nobody is
 */
record Wake(String agent, Unread unread, String hold) {

    static List<Wake> of(View view) {
        List<Wake> wakes = new ArrayList<>();
        for (Map.Entry<String, Unread> entry : view.unread().entrySet()) {
            String agent = entry.getKey();
            AgentConfig config = view.team().config(agent);
            boolean wanted = config != null && config.wake() && entry.getValue().wakes();
            if (wanted && !view.board().isBusy(agent)) {
                wakes.add(new Wake(agent, entry.getValue(), hold(agent, entry.getValue(), view)));
            }
        }
        return wakes;
    }

    private static String hold(String agent, Unread unread, View view) {
        var limits = view.team().limits();
        if (unread.hops() > limits.maxHops()) {
            return "its messages were led to by " + unread.hops() + " others, one answering the other, and"
                    + " `limits.max_hops` is " + limits.maxHops() + ": agents may be answering each other for ever."
                    + " Released, it goes on";
        }
        if (!view.rates().mayWake(agent, limits.wakesPerHour(), view.now())) {
            return "messages have woken `" + agent + "` " + limits.wakesPerHour() + " times within an hour, as often as"
                    + " `limits.wakes_per_hour` allows. Released, it goes on";
        }
        return null;
    }
}
