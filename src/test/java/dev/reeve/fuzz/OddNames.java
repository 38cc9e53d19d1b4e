package dev.reeve.fuzz;

import java.util.List;

/** Names under which somebody might leave something. Each can be a file's name on Linux. */
public final class OddNames {

    private static final List<String> GOOD =
            List.of("hi.md", "report.md", "a b.md", "plan.yaml", "ask.json", "words.txt", "f\u00fcr alle.markdown");

    private static final List<String> ODD = List.of(
            "task.md",
            "task.yaml",
            "record.json",
            "why.md",
            "why.MD",
            "log.jsonl",
            "attempts",
            "files",
            "dropped",
            "dropped-why.md",
            "result.md",
            "out",
            "agent.yaml",
            "inbox.jsonl",
            "queue",
            "done",
            ".reeve-1.tmp",
            ".hidden.md",
            ".why.md.1.tmp",
            "#x.md#",
            "x.md~",
            "x.tmp",
            "x.md.part",
            "-rf.md",
            "--help.md",
            " .md",
            "..md",
            "...",
            "a.md.",
            "a.MD",
            "x.YML",
            "noext",
            "x.exe",
            "~",
            "~.md",
            "%s.md",
            "%n%x.json",
            "$(reboot).md",
            "`reboot`.md",
            "a;b.md",
            "*.md",
            "?.md",
            "a|b.md",
            "quo'te.md",
            "dou\"ble.md",
            "back\\slash.md",
            "new\nline.md",
            "tab\t.md",
            "bell\u0007.md",
            "red\u001b[31m.md",
            "\u202egnp.md",
            "\u2028.md",
            "\u200b.md",
            "\ufffd.md",
            "e\u0301.md",
            "\ud83d\ude00.md",
            "20261120-120000-aaaa-x",
            "20261120-120000-aaaa-x.md",
            "99999999-999999-aaaa-x",
            ".20261120-120000-bbbb-y",
            "2026-11-20",
            "CON.md",
            "hi.md.md",
            "{}.json",
            "[x].yaml");

    private OddNames() {}

    public static String any(Chance chance) {
        if (chance.oneIn(20)) {
            return chance.of("x".repeat(252), "x".repeat(197), "x".repeat(198), "\u00e9".repeat(120)) + ".md";
        }
        return chance.of(chance.oneIn(3) ? GOOD : ODD);
    }

    /** Most of them are taken. */
    public static String good(Chance chance) {
        return chance.of(GOOD);
    }
}
