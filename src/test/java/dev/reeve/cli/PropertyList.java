package dev.reeve.cli;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Reads an XML property list as macOS does: every key has a value of its type, and none is there twice. */
final class PropertyList {

    private PropertyList() {}

    static Object read(Path file) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
        Element root = builder.parse(file.toFile()).getDocumentElement();
        if (!root.getTagName().equals("plist") || !root.getAttribute("version").equals("1.0")) {
            throw new AssertionError("no property list: " + root.getTagName());
        }
        List<Element> values = children(root);
        if (values.size() != 1) {
            throw new AssertionError("a property list has one value, this one has " + values.size());
        }
        return value(values.get(0));
    }

    private static Object value(Element element) {
        return switch (element.getTagName()) {
            case "string" -> element.getTextContent();
            case "integer" -> Long.valueOf(element.getTextContent());
            case "true" -> true;
            case "false" -> false;
            case "array" -> children(element).stream().map(PropertyList::value).toList();
            case "dict" -> dict(children(element));
            default -> throw new AssertionError("no type of a property list: " + element.getTagName());
        };
    }

    private static Map<String, Object> dict(List<Element> children) {
        Map<String, Object> dict = new LinkedHashMap<>();
        for (int i = 0; i < children.size(); i += 2) {
            Element key = children.get(i);
            if (!key.getTagName().equals("key") || dict.put(key.getTextContent(), value(children.get(i + 1))) != null) {
                throw new AssertionError("not a key, or there twice: " + key.getTextContent());
            }
        }
        return dict;
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}
