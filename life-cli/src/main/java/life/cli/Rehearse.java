package life.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import picocli.CommandLine.Command;

/**
 * Walks once through every client verb, against a server of its own with canned answers. The
 * launcher calls it so that the Java runtime can note which classes such verbs need.
 */
@Command(
    name = "rehearse",
    hidden = true,
    header = "Walk once through every client verb, for the AOT cache.")
final class Rehearse implements Runnable {
  private static final String LIFE =
      """
      {"id":"ada","seq":2,"tick":456,"age":"PT7M36S","subjectiveAge":"PT7M10.25S","phase":"ALIVE","alive":true,
       "cause":null,"vitals":{"energy":88.1,"stability":0.97},"arousal":0.12,"feltRate":1.02,"drive":1.4,"asleep":false,"sleepPressure":0.3,
       "agenda":[{"seq":1,"tick":600,"kind":"shock","intensity":0.9}],"laws":{"version":1,"mortality":true},
       "speed":100.0,"paused":false,"due":600,"energy":88.1,"facts":[],"lives":[{"id":"ada","phase":"DEAD","age":"PT7M36S","energy":0.5}],
       "life":"ada","path":"energy","value":88.1,"changes":[{"seq":2,"age":"PT7M36S","words":"ada lives","causes":[]}],
       "differences":[{"path":"energy","a":88.1,"b":87.0}],"patch":[],
       "from":0,"to":456,"tickSeconds":1.0,"buckets":[{"tick":0,"until":456,"energy":[88,100],"stability":[1,1],
       "integrity":[1,1],"drive":[0,1],"felt":430.0,"asleep":0.0,"stimuli":0,"strongest":null,"phase":"ALIVE"}],"turnings":[],
       "status":"done","result":{"life":"ada","verdict":"equal","told":2,"compared":2,"ends":{}}}
      """;

  @Override
  public void run() {
    try {
      rehearse();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void rehearse() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", Rehearse::answer);
    server.start();
    try {
      walk(server.getAddress().getPort());
    } finally {
      server.stop(0);
    }
  }

  private static void walk(int port) {
    var nowhere = Writer.nullWriter();
    var console =
        new Console(
            nowhere,
            new PrintWriter(nowhere),
            Map.of("LIFE_PORT", String.valueOf(port)),
            false,
            true);
    String[] commands = {
      "status",
      "status ada",
      "status ada --json",
      "lives --color always",
      "show ada",
      "show ada --from 1",
      "state ada --tick 600",
      "state ada --path energy",
      "replay ada --speed 10x",
      "grep ada --kind met",
      "why ada energy",
      "diff ada@1 ada",
      "tell ada",
      "plot ada",
      "verify ada",
      "what-if ada",
      "time",
      "time --speed 2",
      "born ada --seed 7",
      "poke ada shock 0.9",
      "poke ada shock 0.9 --in-ticks 60 --json",
      "lives --url http://127.0.0.1:1",
      "--version",
      "--help",
      "poke --help",
      "liwes"
    };
    for (var command : commands) {
      Cli.of(console).run(command.split(" ", -1));
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = LIFE.getBytes(UTF_8);
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
