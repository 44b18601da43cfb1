package life.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import life.being.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneProcessPerDirectoryIT {
  @TempDir Path folder;

  @Test
  void aSecondProcessLearnsWhoHoldsTheDirectoryUntilThatIsKilled()
      throws IOException, InterruptedException {
    var terrarium = new Terrarium(folder, 1_000);
    try (var first = terrarium.run("--speed", "100")) {
      var caller = first.caller();
      try (var second = terrarium.run()) {
        assertThat(second.ended()).isEqualTo(1);
        assertThat(second.talk())
            .contains("is in use by process " + first.pid() + " since ", "reachable at http://")
            .contains("--data DIR")
            .doesNotContain("stumbled");
      }
      assertThat(first.isAlive()).isTrue();
      var errand = new Errand("undisturbed", "noise", 0.5, 0);
      assertThat(caller.bring(errand).orElseThrow().status()).isEqualTo(Caller.CREATED);
      first.kill();
    }
    try (var third = terrarium.run("--speed", "100")) {
      assertThat(third.reachable()).isPresent();
      assertThat(third.terminate()).isEqualTo(LifeProcess.BY_SIGTERM);
    }
    var past = terrarium.past().isWhole();
    assertThat(past.those(Fact.Resumed.class)).as("the second process wrote nothing").hasSize(1);
    assertThat(past.those(Fact.Reached.class).map(each -> ((Fact.Reached) each.fact()).key()))
        .contains("undisturbed");
  }
}
