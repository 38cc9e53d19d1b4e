package dev.reeve.cli.call;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells: in columns for a person, with tabs between them for a program. The last cell takes what is left. */
public final class Table {

    private static final String INDENT = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... headings) {
        row(headings);
    }

    public Table row(String... cells) {
        List<String> row = new ArrayList<>();
        for (String cell : cells) {
            row.add(Phrases.line(cell == null ? "-" : cell));
        }
        rows.add(row);
        return this;
    }

    public List<String> lines(Terminal terminal) {
        List<String> lines = new ArrayList<>();
        int[] widths = widths();
        for (int i = 0; i < rows.size(); i++) {
            if (!terminal.outIsWatched()) {
                lines.add(String.join("\t", rows.get(i)));
            } else if (i == 0) {
                lines.add(INDENT + terminal.paint(Colour.FAINT, aligned(rows.get(i), widths)));
            } else {
                lines.add(INDENT + aligned(rows.get(i), widths));
            }
        }
        return lines;
    }

    private int[] widths() {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], letters(row.get(i)));
            }
        }
        return widths;
    }

    private static String aligned(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            line.append(row.get(i));
            if (i < row.size() - 1) {
                line.append(" ".repeat(widths[i] - letters(row.get(i)) + 2));
            }
        }
        return line.toString();
    }

    private static int letters(String text) {
        return text.codePointCount(0, text.length());
    }
}
