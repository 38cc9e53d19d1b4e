package dev.reeve.event;

import dev.reeve.task.BorrowedKeys;
import dev.reeve.text.Fields;
import dev.reeve.text.Form;
import dev.reeve.text.Key;
import dev.reeve.text.Lists;
import dev.reeve.text.Names;
import dev.reeve.text.Node;
import dev.reeve.text.Texts;
import dev.reeve.text.Type;
import dev.reeve.text.Value;
import dev.reeve.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code routes:} of reeve.yaml. */
public final class RouteKeys {

    private static final Key<When> WHEN = new Key<>("when", WhenKeys.TYPE);
    private static final Key<String> AGENT = new Key<>("agent", Names.NAME_OF_ONE);
    private static final Key<List<String>> AGENTS = new Key<>("agents", Lists.of(Names.NAME_OF_ONE));
    private static final Key<Pick> PICK = new Key<>("pick", Words.of(Pick.class));
    private static final Key<Template> TASK = new Key<>(Route.TASK, template(Texts.ANY));
    private static final List<Key<Template>> NAMES = List.of(
            new Key<>(Route.SESSION, template(Texts.line(1000))),
            new Key<>(Route.LABEL, template(Texts.line(1000))),
            new Key<>(Route.KEY, template(Texts.line(1000))));

    private static final Form FORM = BorrowedKeys.form()
            .and(WHEN, AGENT, AGENTS, PICK, TASK)
            .and(NAMES.toArray(new Key<?>[0]))
            .elsewhere("when", "match", "if", "filter", "on")
            .elsewhere("agents", "agent_list", "pool")
            .elsewhere("pick", "strategy", "balance", "select")
            .elsewhere("task", "prompt", "message", "template", "text")
            .elsewhere("agent", "to", "target", "agentId");

    private static final Set<String> OWN =
            Set.of("when", "agent", "agents", "pick", Route.TASK, Route.SESSION, Route.LABEL, Route.KEY);

    private static final String EXAMPLE = "- when: {type: customer_query}\\n  agent: support";

    /** In the order in which they are tried. */
    public static final Type<List<Route>> TYPE = value -> {
        if (!(value.node() instanceof Node.Sequence sequence)) {
            return value.wrong("no list", "expected rules, one after the other, as in `" + EXAMPLE + "`");
        }
        List<Route> routes = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            Route route = route(value.part("[" + (i + 1) + "]", sequence.items().get(i)), i + 1);
            if (route != null) {
                routes.add(route);
            }
        }
        Shadow.warn(routes, value);
        return List.copyOf(routes);
    };

    private RouteKeys() {}

    private static Route route(Value value, int number) {
        if (!(value.node() instanceof Node.Mapping mapping)) {
            return value.wrong("no rule", "expected a map, as in `" + EXAMPLE + "`");
        }
        Fields fields = FORM.read(value);
        List<Node.Entry> others = mapping.entries().stream()
                .filter(entry -> BorrowedKeys.isOne(entry.key().text())
                        && !OWN.contains(entry.key().text()))
                .toList();
        BorrowedKeys.check(others, value.report());
        Map<String, Template> templates = new LinkedHashMap<>();
        for (Key<Template> key : NAMES) {
            put(templates, key, fields);
        }
        put(templates, TASK, fields);
        return new Route(
                number,
                mapping.place(),
                fields.read(WHEN, When.ALWAYS),
                agents(value, fields),
                fields.read(PICK, Pick.LEAST_LOADED),
                Map.copyOf(templates),
                others);
    }

    private static void put(Map<String, Template> templates, Key<Template> key, Fields fields) {
        Template template = fields.read(key);
        if (template != null) {
            templates.put(key.name(), template);
        }
    }

    private static List<String> agents(Value value, Fields fields) {
        if (fields.has(AGENT) && fields.has(AGENTS)) {
            fields.wrong(AGENTS, "there is `agent` as well", "leave one of the two out");
        }
        if (fields.has(PICK) && !fields.has(AGENTS)) {
            fields.wrong(PICK, "there is nobody to pick from", "write `agents: [a, b]`");
        }
        if (fields.has(AGENT)) {
            String agent = fields.read(AGENT);
            return agent == null ? List.of() : List.of(agent);
        }
        List<String> agents = fields.read(AGENTS, List.of());
        if (!fields.has(AGENTS) || agents.isEmpty() && !value.report().hasErrors()) {
            value.wrong("whose work it is, it does not say", "write `agent: NAME`, or `agents: [a, b]`");
        }
        if (Set.copyOf(agents).size() < agents.size()) {
            fields.wrong(AGENTS, "somebody stands in it twice", "name each once");
        }
        return agents;
    }

    private static Type<Template> template(Type<String> text) {
        return value -> {
            String source = text.read(value);
            if (source == null) {
                return null;
            }
            Template template = new Template(source);
            String wrong = template.wrong();
            return wrong == null
                    ? template
                    : value.wrong(wrong, "write {{event.FIELD}} where a field of the event belongs");
        };
    }
}
