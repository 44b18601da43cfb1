package life.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** Waits for a long work of the server, shows how far it is, and calls it off at Ctrl-C. */
final class Working {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final Common common;
  private final Wire wire;
  private final String what;

  /**
   * Nothing begins yet.
   *
   * @param what the work in a word or two, for the line that shows how far it is
   */
  Working(Common common, Wire wire, String what) {
    this.common = common;
    this.wire = wire;
    this.what = what;
  }

  /** The finished work, from the answer to the POST that began it. */
  ObjectNode done(Answer begun) {
    var work = begun.orTrouble();
    if (running(work)) {
      work = waited(work);
    }
    return switch (work.path("status").asText("done")) {
      case "failed" -> {
        var problem = work.path("problem");
        throw Problem.trouble(problem.path("status").asInt(), problem);
      }
      case "cancelled" ->
          throw new Trouble(
              Exit.FAILED,
              "cancelled",
              "the work was called off: " + what,
              "nothing of it was kept; ask again if it was not meant");
      default -> work;
    };
  }

  /** What the finished work has brought. */
  JsonNode result(Answer begun) {
    return done(begun).path("result");
  }

  private ObjectNode waited(ObjectNode begun) {
    var path = path(begun);
    var work = begun;
    var pause = FIRST_PAUSE;
    try (var progress = common.progress();
        var _ = new OnInterrupt(() -> callOff(path, progress))) {
      while (running(work)) {
        show(progress, work);
        common.patience().rest(pause);
        pause = longer(pause);
        work = common.patience().ask(wire, () -> wire.look(path)).orTrouble();
      }
    }
    return work;
  }

  private void callOff(String path, Progress progress) {
    progress.close();
    try {
      wire.delete(path);
    } catch (Trouble gone) {
      // Who is not there does no work.
    }
  }

  private void show(Progress progress, JsonNode work) {
    progress.show(
        what,
        work.path("done").asLong(),
        work.path("all").asLong(),
        work.path("perSecond").asDouble(),
        work.path("secondsLeft").asDouble(-1));
  }

  private static boolean running(JsonNode work) {
    return work.path("status").asText().equals("running");
  }

  private static String path(JsonNode work) {
    return "/v1/work/" + Wire.encoded(work.path("work").asText());
  }

  private static Duration longer(Duration pause) {
    var longer = pause.multipliedBy(3).dividedBy(2);
    return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
  }
}
