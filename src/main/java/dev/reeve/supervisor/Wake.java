package dev.reeve.supervisor;

import dev.reeve.agent.AgentConfig;
import dev.reeve.message.Addressee;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Somebody who is to be woken by messages, one task for all of them: a plain function of a {@link View}.
 *
 * @param hold why a person is asked first; null if nobody is
 */
record Wake(Addressee whose, Unread unread, String hold) {

    static List<Wake> of(View view) {
        List<Wake> wakes = new ArrayList<>();
        for (Map.Entry<Addressee, Unread> entry : view.unread().entrySet()) {
            Addressee whose = entry.getKey();
            AgentConfig config = view.team().config(whose.agent());
            boolean wanted = config != null && config.wake() && entry.getValue().wakes();
            if (wanted && !view.board().isBusy(whose)) {
                wakes.add(new Wake(whose, entry.getValue(), hold(whose, entry.getValue(), view)));
            }
        }
        return wakes;
    }

    private static String hold(Addressee whose, Unread unread, View view) {
        var limits = view.team().limits();
        if (unread.hops() > limits.maxHops()) {
            return "its messages were led to by " + unread.hops() + " others, one answering the other, and"
                    + " `limits.max_hops` is " + limits.maxHops() + ": agents may be answering each other for ever."
                    + " Released, it goes on";
        }
        if (!view.rates().mayWake(whose, limits.wakesPerHour(), view.now())) {
            return "messages have woken `" + whose + "` " + limits.wakesPerHour() + " times within an hour, as often as"
                    + " `limits.wakes_per_hour` allows. Released, it goes on";
        }
        return null;
    }
}
