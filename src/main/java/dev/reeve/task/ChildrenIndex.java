package dev.reeve.task;

import dev.reeve.files.Json;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code children/index.json}: how many a task asked for, and what became of them.
 *
 * <pre>
 * {"asked":3,"ended":2,"ok":1,"failed":1,"children":[{"as":"a","id":"…","label":"a","agent":"writer","state":"done"}, …]}
 * </pre>
 *
 * @param children by the name of its folder under {@code children/}
 * @param failed all that ended and did not end well, the optional ones among them
 * @param missing those of them that were not optional
 */
public record ChildrenIndex(int asked, int ended, int ok, int failed, int missing, Map<String, ChildReport> children) {

    /** Of all that its folder tells of: reviews of its answers are nothing that it has asked for. */
    public static ChildrenIndex of(Map<String, ChildReport> all) {
        Map<String, ChildReport> children = new TreeMap<>(all);
        children.values().removeIf(ChildReport::review);
        int ended = (int) children.values().stream().filter(ChildReport::ended).count();
        int ok = (int) children.values().stream().filter(ChildReport::ok).count();
        int missing =
                (int) children.values().stream().filter(ChildReport::degrades).count();
        return new ChildrenIndex(children.size(), ended, ok, ended - ok, missing, children);
    }

    public boolean over() {
        return ended == asked;
    }

    /** Some of what it asked for is missing. */
    public boolean degraded() {
        return missing > 0;
    }

    public byte[] bytes() {
        ObjectNode node = Json.object();
        node.put("asked", asked);
        node.put("ended", ended);
        node.put("ok", ok);
        node.put("failed", failed);
        ArrayNode all = node.putArray("children");
        children.forEach((place, child) -> {
            ObjectNode one = all.addObject();
            one.put("as", place);
            one.setAll(child.brief());
        });
        return Json.file(node);
    }
}
