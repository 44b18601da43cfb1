package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A life, watched live. */
@Command(
    name = "watch",
    header = "Watch a life on one screen while it goes on.",
    description = {
      "How it is doing, how that changed lately, what happens to it, and what is noticed. q or Ctrl-C ends it.",
      "Where there is no terminal that can draw, or with --json, each fact and each observation is a line."
    },
    footer = {
      "%nExamples:",
      "  life watch ada",
      "  life watch ada | tee ada.txt      line by line",
      "  life watch ada --json | jq .words"
    })
final class Watch implements Runnable {
  private static final Duration FRAME = Duration.ofMillis(100);
  private static final int FRAMES_PER_LOOK_AT_SIZE = 10;
  private static final int FRAMES_PER_SENTENCE = 30;
  private static final long LOOK_BACK = 100;
  private static final int ESCAPE = 27;

  @Mixin final Common common;

  @Parameters(paramLabel = "LIFE", description = "Whose life.")
  String life = "";

  private volatile boolean hasNews = true;
  private Optional<RuntimeException> failure = Optional.empty();

  Watch(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    var wire = common.wire();
    Suggestion.around(
        wire,
        List.of(life),
        () -> {
          watch(wire, wire.get(Wire.life(life)));
          return life;
        });
  }

  private void watch(Wire wire, JsonNode state) {
    var console = common.console();
    boolean canDraw =
        console.terminal()
            && !common.json()
            && !console.environment().getOrDefault("TERM", "dumb").equals("dumb");
    var tty = canDraw ? Tty.open() : Optional.<Tty>empty();
    if (tty.isEmpty()) {
      tell(wire, state);
      return;
    }
    try (var given = tty.get();
        var screen = new Screen(console);
        var _ =
            new OnInterrupt(() -> {
              screen.leave();
              given.giveBack();
            })) {
      draw(wire, state, given, screen);
    }
  }

  private void draw(Wire wire, JsonNode first, Tty tty, Screen screen) {
    var scene = new Scene(common.paint(), common.console().unicode());
    scene.is(first);
    listen(wire, first, facts(scene::happened, scene), facts(scene::noticed, scene));
    var size = tty.size();
    for (int frame = 0; !isQuit(); frame++) {
      if (frame % FRAMES_PER_LOOK_AT_SIZE == 0) {
        size = tty.size();
      }
      if (frame % FRAMES_PER_SENTENCE == 0) {
        ask(wire, scene);
      }
      if (hasNews) {
        hasNews = false;
        look(wire, scene);
      }
      synchronized (scene) {
        screen.show(scene.lines(size), size);
      }
      common.patience().rest(FRAME);
    }
  }

  private void ask(Wire wire, Scene scene) {
    var sentence = Doing.of(wire, life).orElse("");
    synchronized (scene) {
      scene.does(sentence);
    }
  }

  private void look(Wire wire, Scene scene) {
    try {
      var state = wire.look(Wire.life(life)).orTrouble();
      synchronized (scene) {
        scene.is(state);
        scene.say(state.path("alive").asBoolean() ? "" : "its life is over");
      }
    } catch (IOException | Trouble e) {
      synchronized (scene) {
        scene.say("Life does not answer now");
      }
      hasNews = true;
    }
  }

  private Consumer<JsonNode> facts(Consumer<JsonNode> to, Scene scene) {
    return document -> {
      synchronized (scene) {
        to.accept(document);
      }
      hasNews = true;
    };
  }

  private boolean isQuit() {
    try {
      var keys = common.console().input();
      while (keys.available() > 0) {
        int key = keys.read();
        if (key == 'q' || key == 'Q' || key == ESCAPE) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** Line by line, to the end of the life. */
  private void tell(Wire wire, JsonNode state) {
    var console = common.console();
    var lines = new ObservationLines(common.paint(), ObservationLines.columns(console));
    var listening =
        listen(
            wire,
            state,
            fact -> {
              synchronized (console) {
                FactLine.tell(common, fact);
                console.flush();
              }
            },
            one -> {
              synchronized (console) {
                if (common.json()) {
                  common.document(one);
                } else {
                  lines.of(one).forEach(console::line);
                }
                console.flush();
              }
            });
    try {
      for (var each : listening) {
        each.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    failure.ifPresent(e -> {
      throw e;
    });
  }

  private List<Thread> listen(
      Wire wire, JsonNode state, Consumer<JsonNode> fact, Consumer<JsonNode> observation) {
    long after = Math.max(0, state.path("seq").asLong() - LOOK_BACK);
    return List.of(
        listen(wire, Wire.life(life, "facts", "stream"), after, fact),
        listen(wire, Wire.life(life, "observations", "stream"), 0, observation));
  }

  /** A listener that fails ends alone; where nobody watches there is nothing to hear. */
  private Thread listen(Wire wire, String path, long after, Consumer<JsonNode> each) {
    return Thread.startVirtualThread(() -> {
      try {
        new Events(wire, common.patience(), path, after).each(each);
      } catch (Trouble trouble) {
        if (!trouble.code().equals("monitor-off")) {
          failure = Optional.of(trouble);
        }
      } catch (BrokenPipe gone) {
        failure = Optional.of(gone);
        wire.close();
      }
    });
  }
}
