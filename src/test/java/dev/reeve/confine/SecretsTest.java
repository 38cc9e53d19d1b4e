package dev.reeve.confine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.reeve.agent.Credential;
import dev.reeve.files.Outside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    private static final String VALUE = "sk-value-0123456789";

    @TempDir
    private Path home;

    @Test
    void eachComesFromWhereItsAgentSays() throws Exception {
        Files.writeString(home.resolve("key"), "  from a file \n\n");
        Secrets secrets = of(Map.of(
                "A", new Credential.FromVariable("KEY"),
                "B", new Credential.FromFile("~/key"),
                "C", new Credential.AsPath("~/.login")));
        assertEquals(
                Map.of(
                        "A",
                        VALUE,
                        "B",
                        "  from a file \n",
                        "C",
                        home.resolve(".login").toString()),
                secrets.variables());
        assertEquals(Map.of("A", VALUE, "B", "  from a file \n"), secrets.hidden());
        assertEquals(List.of(home.resolve(".login")), secrets.paths());
        assertFalse(secrets.toString().contains(VALUE), secrets.toString());
    }

    @Test
    void whatIsNotToBeHadIsSaidWithoutItsValue() throws Exception {
        Files.createDirectory(home.resolve("folder"));
        Files.writeString(home.resolve("empty"), "\n");
        Files.write(home.resolve("binary"), new byte[] {(byte) 0xff, 'x'});
        Files.writeString(home.resolve("zero"), VALUE + "\0");
        Files.writeString(home.resolve("large"), VALUE.repeat(10_000));
        new ProcessBuilder("mkfifo", home.resolve("fifo").toString()).start().waitFor();
        missing(new Credential.FromVariable("ABSENT"), "`env:ABSENT`", "set ABSENT where `reeve up` is started");
        missing(new Credential.FromVariable("EMPTY"), "has with nothing in it");
        missing(new Credential.FromFile("~/absent"), "`file:~/absent`", "not there");
        missing(new Credential.FromFile("~/folder"), "a folder");
        missing(new Credential.FromFile("~/empty"), "nothing in it");
        missing(new Credential.FromFile("~/binary"), "not UTF-8");
        missing(new Credential.FromFile("~/zero"), "zero byte");
        missing(new Credential.FromFile("~/large"), "more than 64 KB");
        missing(new Credential.FromFile("~/fifo"), "no regular file");
    }

    private void missing(Credential credential, String... words) throws IOException {
        String said = assertThrows(Secrets.Missing.class, () -> of(Map.of("TOKEN", credential)))
                .getMessage();
        assertTrue(said.startsWith("agent writer has no credential TOKEN: "), said);
        assertTrue(List.of(words).stream().allMatch(said::contains), said);
        assertFalse(said.contains(VALUE), said);
    }

    private Secrets of(Map<String, Credential> credentials) throws Secrets.Missing {
        Map<String, String> own = Map.of("HOME", home.toString(), "KEY", VALUE, "EMPTY", "");
        return Secrets.of("writer", credentials, new CredentialSource(own, Outside.ofThisMachine()));
    }

    @Test
    void whatIsHiddenIsReplacedByAsMuch() {
        Secrets secrets = new Secrets(
                Map.of(),
                Map.of("KEY", "0123456789abcdefgh", "LONG", "0123456789abcdefgh-and-more-of-it", "SHORT", "seven77"),
                List.of());
        assertEquals(
                "a [credential KEY]** b [credential LONG]**************** c seven77 [credential KEY]**",
                hidden(
                        secrets,
                        "a 0123456789abcdefgh b 0123456789abcdefgh-and-more-of-it c seven77 0123456789abcdefgh"));
        assertEquals("x********y", hidden(new Secrets(Map.of(), Map.of("KEY", "12345678"), List.of()), "x12345678y"));
        Secrets lines = new Secrets(Map.of(), Map.of("K", "two\nlines \"quoted\""), List.of());
        assertEquals("{\"a\":\"[credential K]*******\"}", hidden(lines, "{\"a\":\"two\\nlines \\\"quoted\\\"\"}"));
    }

    private static String hidden(Secrets secrets, String text) {
        byte[] content = text.getBytes(UTF_8);
        Mask.of(secrets).hideIn(content);
        return new String(content, UTF_8);
    }
}
