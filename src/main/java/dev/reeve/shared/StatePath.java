package dev.reeve.shared;

import dev.reeve.files.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A place in a tree of JSON: names and places in lists, with dots between them. */
public final class StatePath {

    private final List<String> steps;

    private StatePath(List<String> steps) {
        this.steps = steps;
    }

    /** @throws BadState if a step of it is empty */
    public static StatePath parse(String text) throws BadState {
        List<String> steps = List.of(text.split("\\.", -1));
        if (steps.contains("")) {
            throw new BadState("'" + text + "' is not a path: write names with one dot between two of them, as in"
                    + " build.steps.0.name. A name that has a dot in it can be set by merging.");
        }
        return new StatePath(steps);
    }

    /** @return null if nothing is there */
    public JsonNode in(JsonNode root) {
        JsonNode at = root;
        for (String step : steps) {
            at = at == null ? null : child(at, step);
        }
        return at;
    }

    private static JsonNode child(JsonNode at, String step) {
        if (at instanceof ArrayNode list) {
            int index = index(step);
            return index < 0 ? null : list.get(index);
        }
        return at.get(step);
    }

    /** Puts a value there. Objects that are missing on the way are made; a list grows by one at its end. */
    public void set(JsonNode root, JsonNode value) throws BadState {
        JsonNode at = root;
        for (int i = 0; i + 1 < steps.size(); i++) {
            JsonNode next = child(at, steps.get(i));
            if (next == null) {
                next = Json.object();
                put(at, i, next);
            }
            at = next;
        }
        put(at, steps.size() - 1, value);
    }

    private void put(JsonNode at, int step, JsonNode value) throws BadState {
        String name = steps.get(step);
        if (at instanceof ObjectNode object) {
            object.set(name, value);
        } else if (at instanceof ArrayNode list) {
            int index = index(name);
            if (index < 0 || index > list.size()) {
                throw new BadState(whole(step) + " is a list of " + list.size() + ", and '" + name
                        + "' is no place in it: write a number from 0 to " + list.size() + ", which adds to its end.");
            }
            if (index == list.size()) {
                list.add(value);
            } else {
                list.set(index, value);
            }
        } else {
            throw new BadState(
                    whole(step) + " is neither an object nor a list, so that nothing can be in it. To make it"
                            + " one, set " + whole(step) + " first: to {}.");
        }
    }

    private String whole(int step) {
        return step == 0 ? "the file" : "`" + String.join(".", steps.subList(0, step)) + "`";
    }

    /** @return -1 if it is no place in a list */
    private static int index(String step) {
        return step.matches("0|[1-9][0-9]{0,8}") ? Integer.parseInt(step) : -1;
    }
}
