package life.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody lives on from a journal that can't be read, and nothing in it is touched. */
class DamagedJournalIT {
  private static final int DAMAGED = 6;
  private static final double MIDDLE = 0.5;
  private static final String TICKS = "20000";

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // JUnit prepares it first
  private Terrarium terrarium;

  @BeforeEach
  void livesADay() throws IOException, InterruptedException {
    terrarium = new Terrarium(folder, 1_000_000);
    live();
  }

  private void live() throws IOException, InterruptedException {
    try (var process = terrarium.run("--seed", "5", "--speed", "100000", "--until-tick", TICKS)) {
      assertThat(process.ended()).as(process.talk()).isZero();
    }
  }

  private void assertReported(Path harmed) throws IOException, InterruptedException {
    var before = Files.readAllBytes(harmed);
    try (var process = terrarium.run("--speed", "1000")) {
      assertThat(process.ended()).as(process.talk()).isEqualTo(DAMAGED);
      System.out.println(process.talk());
      assertThat(process.talk())
          .containsIgnoringCase("the journal is damaged")
          .contains(harmed.toString(), "backup")
          .doesNotContain("stumbled");
    }
    assertThat(harmed).hasBinaryContent(before);
  }

  @Test
  void damageInTheLogIsReportedAndLeftAlone() throws IOException, InterruptedException {
    var log = Harm.files(terrarium.journal(), ".log").getFirst();
    Harm.flip(log, MIDDLE);
    var before = Harm.contents(terrarium.journal());
    assertReported(log);
    assertThat(Harm.contents(terrarium.journal())).isEqualTo(before);
  }

  @Test
  void damageInATableIsReportedAndLeftAlone() throws IOException, InterruptedException {
    live(); // the second start moves the log into a table
    var table = Harm.files(terrarium.journal(), ".sst").getFirst();
    Harm.flip(table, MIDDLE / 2);
    assertReported(table);
  }
}
