package life.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import life.app.SystemCalls.Call;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operating system was asked, and when: the proof that an answer means durability. */
class DurableBeforeAnswerIT {
  private static final int STIMULI = 40;
  private static final String ANSWER = "HTTP/1.1 201 ";

  @TempDir Path folder;

  @Test
  void theLogIsSyncedBetweenTheWriteOfAStimulusAndItsAnswer()
      throws IOException, InterruptedException {
    assumeThat(canTrace()).as("strace is installed and may trace").isTrue();
    var terrarium = new Terrarium(folder, 1_000);
    var trace = folder.resolve("trace");
    try (var process = terrarium.runUnder(SystemCalls.traceInto(trace), "--speed", "100")) {
      var caller = process.caller();
      for (int i = 1; i <= STIMULI; i++) {
        var errand = new Errand(key(i), "noise", 0.5, i % 3 * 20L);
        assertThat(caller.bring(errand).orElseThrow().status()).isEqualTo(Caller.CREATED);
      }
    }
    var calls = SystemCalls.read(trace);
    var log = terrarium.journal().toString();
    int after = -1;
    for (int i = 1; i <= STIMULI; i++) {
      var key = key(i);
      var write =
          first(
              calls,
              after,
              call -> call.isWrite() && isLog(call, log) && call.rest().contains(key),
              "the write of " + key);
      var sync =
          first(
              calls,
              write.ended(),
              call -> call.isSync() && call.file().equals(write.file()),
              "the sync of " + key);
      var answer =
          first(
              calls,
              after,
              call -> call.isWrite() && isSocket(call) && call.rest().contains(ANSWER),
              "the answer to " + key);
      assertThat(List.of(write.ended(), sync.ended(), answer.began()))
          .as("%s: written, synced, answered", key)
          .isSorted()
          .doesNotContain(Integer.MAX_VALUE);
      after = answer.began();
    }
    var answers =
        calls.stream().filter(call -> isSocket(call) && call.rest().contains(ANSWER)).toList();
    assertThat(answers).as("one answer for each stimulus").hasSize(STIMULI);
    System.out.printf("%d calls traced, %d stimuli%n", calls.size(), STIMULI);
  }

  private static String key(int i) {
    return "traced-%03d.".formatted(i);
  }

  private static boolean isLog(Call call, String journal) {
    return call.file().startsWith(journal) && call.file().endsWith(".log");
  }

  private static boolean isSocket(Call call) {
    return call.file().startsWith("socket:") || call.file().startsWith("TCP");
  }

  /** The first such call that began after that line. */
  private static Call first(List<Call> calls, int after, Predicate<Call> such, String what) {
    return calls.stream()
        .filter(call -> call.began() > after)
        .filter(such)
        .findFirst()
        .orElseThrow(() -> new AssertionError(what + " is missing after line " + after));
  }

  private boolean canTrace() throws InterruptedException {
    var command = new ArrayList<>(SystemCalls.traceInto(folder.resolve("trial")));
    command.add("true");
    try {
      return new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false; // not installed
    }
  }
}
