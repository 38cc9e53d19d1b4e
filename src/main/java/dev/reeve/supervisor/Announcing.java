package dev.reeve.supervisor;

import dev.reeve.files.Json;
import dev.reeve.files.JsonLines;
import dev.reeve.files.Stat;
import dev.reeve.task.Note;
import dev.reeve.task.Notes;
import dev.reeve.workspace.Where;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hands on what attempts announce: the newest note is kept for the status, and each note of a child becomes a line in the
 * inbox of the task that asked for it.
 *
 * <pre>
 * {"id":"&lt;child&gt;:&lt;attempt&gt;:&lt;offset&gt;","from":"&lt;child&gt;","type":"note","timestamp":"…","message":"half way","percent":50}
 * </pre>
 *
 * <p>Each comes there once: how far a predecessor came is told by the ids in the inbox itself.
 */
final class Announcing {

    /** No note begins before the first byte. */
    static final long NOTHING = -1;

    private static final int WINDOW = 64 << 10;
    /** No line of ours is as long. */
    private static final int OVERLAP = 4 << 10;

    private final Kit kit;
    private final Finder finder;
    private final Board board;

    Announcing(Kit kit, Finder finder, Board board) {
        this.kit = kit;
        this.finder = finder;
        this.board = board;
    }

    /** That a note can't be handed on is told, and keeps nothing from going on: the note itself stays where it is. */
    void look(Live live) {
        if (live.removed()) {
            return;
        }
        String problem = "notes " + live.id;
        try {
            listen(live);
            kit.problems().clear(problem);
        } catch (IOException e) {
            // what was written of it is told by the inbox alone
            live.announced = null;
            live.notes = null;
            kit.problems().raise(problem, live.id, "its notes can't be handed on: " + Causes.words(e));
        }
    }

    /** Nothing of it lives any more. */
    void lookForTheLastTime(Live live) {
        look(live);
        kit.problems().clear("notes " + live.id);
    }

    private void listen(Live live) throws IOException {
        if (live.notes == null) {
            live.notes = new Notes(kit.disk(), live.mask::hideIn);
        }
        Path file =
                live.where.task(kit.workspace(), live.id).attempt(live.number).notes();
        List<Note> fresh = live.notes.fresh(file);
        Card card = board.get(live.id);
        if (fresh.isEmpty() || card == null || card.parent() == null) {
            return;
        }
        Where where = where(card.parent());
        if (where != null && !where.state().ended()) {
            handOn(live, fresh, where.task(kit.workspace(), card.parent()).inbox());
        }
    }

    /** In a recovery a child may be met before its parent. */
    private Where where(String parent) throws IOException {
        Card card = board.get(parent);
        return card == null ? finder.find(parent) : card.where();
    }

    private void handOn(Live live, List<Note> fresh, Path inbox) throws IOException {
        if (live.announced == null) {
            live.announced = last(inbox, live);
        }
        for (Note note : fresh) {
            if (note.at() > live.announced) {
                JsonLines.append(kit.disk(), inbox, line(live, note));
                live.announced = note.at();
            }
        }
    }

    private static String id(Live live) {
        return live.id + ":" + live.number + ":";
    }

    private ObjectNode line(Live live, Note note) {
        ObjectNode line = Json.object();
        line.put("id", id(live) + note.at());
        line.put("from", live.id);
        line.put("type", "note");
        line.put("timestamp", kit.time().now().toString());
        line.put("message", note.text().isEmpty() ? note.toString() : note.text());
        if (note.percent() != null) {
            line.put("percent", note.percent());
        }
        return line;
    }

    /** Where the last note began that is in this inbox, looked for from its end. */
    private long last(Path inbox, Live live) throws IOException {
        Stat stat = kit.disk().stat(inbox);
        for (long end = stat == null || !stat.isFile() ? 0 : stat.size(); end > 0; end = Math.max(0, end - WINDOW)) {
            long from = Math.max(0, end - WINDOW);
            long found = NOTHING;
            for (ObjectNode line : JsonLines.within(kit.disk(), inbox, from, (int) (end - from) + OVERLAP)) {
                found = Math.max(found, offset(Json.text(line, "id"), id(live)));
            }
            if (found > NOTHING) {
                return found;
            }
        }
        return NOTHING;
    }

    private static long offset(String id, String begins) {
        String offset = id == null || !id.startsWith(begins) ? "" : id.substring(begins.length());
        // whoever else writes into an inbox may write anything
        return offset.matches("[0-9]{1,15}") ? Long.parseLong(offset) : NOTHING;
    }
}
