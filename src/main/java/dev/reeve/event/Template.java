package dev.reeve.event;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import dev.reeve.text.Node;
import dev.reeve.text.Place;
import dev.reeve.text.Quoted;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A text with places for what an event tells: {@code {{event.body.subject}}}, in the language Mustache. A field that is not
 * there is no empty text: it ends the matter.
 */
record Template(String source) {

    /** What every name in a template begins with. */
    static final String ROOT = "event";

    /** Stands where a value does until the words around it are known. No template has it, and values are put in last. */
    private static final char MARK = '\uE000';

    /** In letters. What a template repeats for each item of a list has no end of its own. */
    private static final int LONGEST = 1 << 20;

    /** Of its library's own words, in which names of the template stand. */
    private static final int SHOWN = 200;

    /** What is wrong with it; null if nothing is. */
    String wrong() {
        if (source.indexOf(MARK) >= 0) {
            return "the character U+E000 in it is Reeve's own";
        }
        if (!hasPlaces()) {
            return null;
        }
        try {
            Names names = new Names();
            compiled(new Context(new Node.Mapping(List.of(), Place.WHOLE)), new Text())
                    .visit(names);
            return names.wrong;
        } catch (MustacheException e) {
            return "no template: " + words(e);
        } catch (RuntimeException e) {
            // what its authors did not think of: an empty name ends in a StringIndexOutOfBoundsException
            return "no template: braces with no name between them, or that don't match";
        }
    }

    /** What it comes to with these fields. */
    List<Piece> fill(Node.Mapping fields) throws Missing {
        if (!hasPlaces()) {
            return List.of(new Piece.Words(source));
        }
        Context context = new Context(fields);
        Text text = new Text();
        try {
            compiled(context, text).execute(context.root(), text);
        } catch (MustacheException.Context e) {
            throw new Missing("its template names " + Quoted.of(e.key) + ", line " + e.lineNo
                    + ", and there is no such field here");
        } catch (MustacheException e) {
            throw new Missing(
                    text.isFull()
                            ? "its template comes to more than " + LONGEST + " letters"
                            : "its template can't be filled: " + words(e));
        }
        return pieces(text.toString(), text.values);
    }

    private static String words(MustacheException e) {
        return Quoted.harmless(Quoted.beginning(String.valueOf(e.getMessage()), SHOWN));
    }

    private boolean hasPlaces() {
        return source.contains("{{");
    }

    private com.samskivert.mustache.Template compiled(Context context, Text text) {
        return Mustache.compiler()
                .escapeHTML(false)
                .strictSections(true)
                .withCollector(new Maps())
                .withFormatter(value -> text.mark(context, value))
                .compile(source);
    }

    private static List<Piece> pieces(String text, List<Piece> values) {
        List<Piece> pieces = new ArrayList<>();
        String[] parts = text.split(String.valueOf(MARK), -1);
        for (int i = 0; i < parts.length; i++) {
            Piece piece = i % 2 == 1 ? values.get(Integer.parseInt(parts[i])) : new Piece.Words(parts[i]);
            if (piece instanceof Piece.Words words
                    && !pieces.isEmpty()
                    && pieces.get(pieces.size() - 1) instanceof Piece.Words before) {
                pieces.set(pieces.size() - 1, new Piece.Words(before.text() + words.text()));
            } else {
                pieces.add(piece);
            }
        }
        return pieces;
    }

    /** Looks into maps and lists alone: never into an object of the program. */
    private static final class Maps extends BasicCollector {
        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new HashMap<>();
        }
    }

    /** Of what stands outside of all sections each name must begin with the event; within, a name may be an item's. */
    private static final class Names implements Mustache.Visitor {
        private String wrong;

        @Override
        public void visitText(String text) {}

        @Override
        public void visitVariable(String name) {
            if (!name.equals(ROOT) && !name.startsWith(ROOT + ".")) {
                wrong = "it names " + Quoted.of(name) + "; expected " + Quoted.of(ROOT + "." + name)
                        + ": every field is one of the event";
            }
        }

        @Override
        public boolean visitInclude(String name) {
            wrong = "it takes in another template, and there are none";
            return false;
        }

        @Override
        public boolean visitSection(String name) {
            visitVariable(name);
            return false;
        }

        @Override
        public boolean visitInvertedSection(String name) {
            visitVariable(name);
            return false;
        }
    }

    /** Grows to a bound, with all the values for which there are marks in it. */
    private static final class Text extends Writer {
        private final StringBuilder text = new StringBuilder();
        private final List<Piece> values = new ArrayList<>();
        private long letters;

        boolean isFull() {
            return letters > LONGEST;
        }

        /** @return what stands for the value */
        String mark(Context context, Object value) {
            letters += context.length(value);
            if (isFull()) {
                throw new MustacheException("too long");
            }
            values.add(context.piece(value));
            return MARK + Integer.toString(values.size() - 1) + MARK;
        }

        @Override
        public void write(char[] written, int from, int count) throws IOException {
            letters += count;
            if (isFull()) {
                throw new IOException("too long");
            }
            text.append(written, from, count);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
