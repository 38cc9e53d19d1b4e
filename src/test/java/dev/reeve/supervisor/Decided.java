package dev.reeve.supervisor;

import dev.reeve.supervisor.View.Ended;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is decided of a board that a test lays out. */
final class Decided {

    final Board board = new Board();
    final Places places = new Places();
    final Breakers breakers = new Breakers();
    final Rates rates = new Rates();
    final Map<String, Ended> ended = new HashMap<>();
    final Set<String> resting = new HashSet<>();
    Team team;
    final java.util.Map<dev.reeve.message.Addressee, Unread> unread = new java.util.TreeMap<>();
    boolean mayStart = true;
    Instant now = ACard.NOON;

    Decided(Team team, ACard... cards) {
        this.team = team;
        for (ACard card : cards) {
            board.put(card.card());
        }
    }

    View view() {
        breakers.at(now);
        return new View(
                board,
                places,
                team,
                breakers,
                rates,
                ended::get,
                any -> false,
                unread,
                any -> false,
                any -> false,
                mayStart,
                resting,
                now);
    }

    List<Move> moves() {
        return Decision.of(view());
    }

    /** The ids of those that start, in their order. */
    List<String> starts() {
        return moves().stream()
                .filter(move -> move instanceof Move.Start)
                .map(Move::id)
                .toList();
    }

    /** Its attempt is at work. */
    Decided running(ACard card) {
        Card running = card.in(dev.reeve.workspace.State.RUNNING).card();
        board.put(running);
        places.take(running.id(), List.of(), Lane.of(running).needs(team, breakers));
        return this;
    }

    Decided opened(String agent, Instant at) {
        breakers.at(at);
        breakers.ended(agent, false, new dev.reeve.agent.AgentConfig.Breaker(1, 1, java.time.Duration.ofSeconds(60)));
        return this;
    }
}
