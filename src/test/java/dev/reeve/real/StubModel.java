package dev.reeve.real;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.reeve.files.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.node.ObjectNode;

/** A model on loopback, in the protocols of those whom programs ask. It does what the prompt tells it, and costs nothing. */
final class StubModel implements AutoCloseable {

    private static final List<Protocol> PROTOCOLS =
            List.of(new Anthropic(), new OpenAiResponses(), new OpenAiChat(), new Gemini());

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Path log;
    private final HttpServer server;

    /** @param log gets what it was asked, for a test that went wrong */
    StubModel(Path log) throws IOException {
        this.log = log;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        requests.add(exchange.getRequestMethod() + " " + path + " " + new String(body, StandardCharsets.UTF_8));
        Protocol protocol =
                PROTOCOLS.stream().filter(each -> each.isOf(path)).findFirst().orElse(null);
        ObjectNode request = Json.parseObject(body);
        try {
            if (protocol == null
                    || request == null
                    || !exchange.getRequestMethod().equals("POST")) {
                send(exchange, 404, "application/json", "{\"error\":{\"message\":\"no such path\"}}");
            } else {
                answer(exchange, protocol, path, request);
            }
        } catch (RuntimeException e) {
            requests.add("not understood: " + e);
            send(exchange, 500, "text/plain", e.toString());
        } finally {
            exchange.close();
        }
    }

    private static void answer(HttpExchange exchange, Protocol protocol, String path, ObjectNode request)
            throws IOException {
        Asked asked = protocol.asked(path, request);
        Script script = Script.of(asked);
        if (script.failure() != 0) {
            String failure = protocol.failure(script.failure(), "the stub fails with " + script.failure());
            send(exchange, script.failure(), "application/json", failure);
        } else {
            String type = asked.streaming() ? "text/event-stream" : "application/json";
            send(exchange, 200, type, protocol.answer(asked, script, script.next(asked)));
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        threads.shutdownNow();
        Files.write(log, requests);
    }
}
