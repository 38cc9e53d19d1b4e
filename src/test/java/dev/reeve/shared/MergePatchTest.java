package dev.reeve.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reeve.files.Json;
import dev.reeve.files.NotJson;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The examples of RFC 7386, appendix A. */
class MergePatchTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\0', textBlock = """
            {"a":"b"};            {"a":"c"};                   {"a":"c"}
            {"a":"b"};            {"b":"c"};                   {"a":"b","b":"c"}
            {"a":"b"};            {"a":null};                  {}
            {"a":"b","b":"c"};    {"a":null};                  {"b":"c"}
            {"a":["b"]};          {"a":"c"};                   {"a":"c"}
            {"a":"c"};            {"a":["b"]};                 {"a":["b"]}
            {"a":{"b":"c"}};      {"a":{"b":"d","c":null}};    {"a":{"b":"d"}}
            {"a":[{"b":"c"}]};    {"a":[1]};                   {"a":[1]}
            ["a","b"];            ["c","d"];                   ["c","d"]
            {"a":"b"};            ["c"];                       ["c"]
            {"a":"foo"};          null;                        null
            {"a":"foo"};          "bar";                       "bar"
            {"e":null};           {"a":1};                     {"e":null,"a":1}
            [1,2];                {"a":"b","c":null};          {"a":"b"}
            {};                   {"a":{"bb":{"ccc":null}}};   {"a":{"bb":{}}}
            """)
    void mergesAsTheRfcSays(String target, String patch, String result) throws NotJson {
        assertEquals(json(result), MergePatch.apply(json(target), json(patch)));
    }

    private static JsonNode json(String text) throws NotJson {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
