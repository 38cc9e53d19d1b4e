package dev.reeve.text;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/** YAML, composed into nodes and no further: no object is made of it, and no type is guessed. */
public final class YamlText {

    private final Report report;
    private final int above;
    private final Growth growth = new Growth();

    private YamlText(int above, Report report) {
        this.above = above;
        this.report = report;
    }

    /**
     * @param above how many lines of the file stand above this text
     * @return an empty mapping if there is nothing but comments; null if the report says why it can't be read
     */
    public static Node parse(String text, int above, Report report) {
        YamlText yaml = new YamlText(above, report);
        try {
            org.yaml.snakeyaml.nodes.Node root = yaml.compose(text);
            return root == null ? new Node.Mapping(List.of(), Place.WHOLE) : yaml.tree(root, 1);
        } catch (Unreadable e) {
            e.tell(report);
            return null;
        }
    }

    private org.yaml.snakeyaml.nodes.Node compose(String text) throws Unreadable {
        try {
            return new FrugalComposer(text).getSingleNode();
        } catch (MarkedYAMLException e) {
            throw YamlMistake.of(e, above);
        } catch (ReaderException e) {
            int index = text.offsetByCodePoints(0, Math.min(e.getPosition(), text.codePointCount(0, text.length())));
            throw new Unreadable(
                    Place.at(text, index).down(above),
                    "a control character that YAML does not allow",
                    "remove it, or write it as an escape in double quotes");
        } catch (RuntimeException e) {
            // also what its authors did not think of: an escape such as \U99999999 ends in an IllegalArgumentException
            throw YamlMistake.unplaced(e);
        }
    }

    private Node tree(org.yaml.snakeyaml.nodes.Node node, int depth) throws Unreadable {
        Place place = place(node);
        growth.node(place, depth);
        Tag tag = node.getTag();
        if (!tag.equals(Tag.STR) && !tag.equals(Tag.SEQ) && !tag.equals(Tag.MAP)) {
            report.error(place, "a tag, which has no meaning here", "leave out what begins with `!`");
        }
        if (node instanceof MappingNode mapping) {
            return mapping(mapping, place, depth);
        }
        if (node instanceof SequenceNode sequence) {
            List<Node> items = new ArrayList<>();
            for (org.yaml.snakeyaml.nodes.Node item : sequence.getValue()) {
                items.add(tree(item, depth + 1));
            }
            return new Node.Sequence(List.copyOf(items), place);
        }
        ScalarNode scalar = (ScalarNode) node;
        growth.text(place, scalar.getValue());
        return new Node.Scalar(scalar.getValue(), scalar.isPlain(), place);
    }

    private Node mapping(MappingNode mapping, Place place, int depth) throws Unreadable {
        MappingBuilder builder = new MappingBuilder(report);
        for (NodeTuple tuple : mapping.getValue()) {
            Node key = tree(tuple.getKeyNode(), depth + 1);
            Node value = tree(tuple.getValueNode(), depth + 1);
            if (!(key instanceof Node.Scalar word)) {
                report.error(key.place(), "a key that is a list or a map", "expected a word");
            } else if (word.plain() && word.text().equals("<<")) {
                report.error(key.place(), "a merge with `<<`, which is not read", "write the keys out");
            } else {
                builder.add(word, value);
            }
        }
        return builder.build(place);
    }

    private Place place(org.yaml.snakeyaml.nodes.Node node) {
        return new Place(
                node.getStartMark().getLine() + 1 + above, node.getStartMark().getColumn() + 1);
    }
}
