package dev.reeve.supervisor;

import dev.reeve.workspace.State;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Compares what the state folders say with what the loop remembers. The folders are the truth. */
final class Scan {

    /** The states that a task is in before it has ended. */
    private static final List<State> OPEN = List.of(State.QUEUE, State.WAITING, State.RUNNING, State.HELD);

    /** A folder that is not where memory has it, or that memory does not have at all. */
    record Surprise(String name, Where where) {}

    private final Kit kit;
    private final Board board;
    private final Listings listings;
    private SortedSet<String> dead = new TreeSet<>();
    private Instant last;

    Scan(Kit kit, Board board, Listings listings) {
        this.kit = kit;
        this.board = board;
        this.listings = listings;
    }

    /** Everything that a person, or a failed step, left elsewhere than memory has it. */
    List<Surprise> surprises() throws IOException {
        List<Surprise> surprises = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (State state : OPEN) {
            SortedSet<String> names = names(state);
            if (names == null) {
                throw new java.nio.file.NoSuchFileException(
                        kit.workspace().state(state).toString());
            }
            for (String name : names) {
                Card card = board.get(name);
                if (!name.startsWith(".") && (card == null || card.where().state() != state)) {
                    surprises.add(new Surprise(name, Where.in(state)));
                }
            }
            for (Card card : board.in(state)) {
                if (!names.contains(card.id())) {
                    missing.add(card.id());
                }
            }
        }
        surprises.addAll(newlyDead());
        for (String id : missing) {
            surprises.add(new Surprise(id, null));
        }
        last = kit.time().now();
        return surprises;
    }

    /** What failed is not on the board; so that a person's move into that folder is seen, each new name is looked at once. */
    private List<Surprise> newlyDead() throws IOException {
        SortedSet<String> names = names(State.FAILED);
        SortedSet<String> before = dead;
        dead = names == null ? new TreeSet<>() : names;
        return dead == before
                ? List.of()
                : dead.stream()
                        .filter(name -> !name.startsWith(".") && !before.contains(name))
                        .map(name -> new Surprise(name, Where.in(State.FAILED)))
                        .toList();
    }

    private SortedSet<String> names(State state) throws IOException {
        return listings.names(kit.workspace().state(state), kit.time().now());
    }

    /** When everything was last looked at; null before the first time. */
    Instant last() {
        return last;
    }

    /** How many dead letters there are. */
    int failed() {
        return (int) dead.stream().filter(name -> !name.startsWith(".")).count();
    }

    /** Every folder there is at a start, in the order of ids. */
    List<Surprise> everything() throws IOException {
        List<Surprise> all = new ArrayList<>();
        for (State state : List.of(State.RUNNING, State.QUEUE, State.WAITING, State.HELD, State.FAILED)) {
            SortedSet<String> names =
                    new TreeSet<>(kit.disk().list(kit.workspace().state(state)));
            if (state == State.FAILED) {
                dead = names;
            }
            for (String name : names) {
                if (!name.startsWith(".")) {
                    all.add(new Surprise(name, Where.in(state)));
                }
            }
        }
        return all;
    }
}
