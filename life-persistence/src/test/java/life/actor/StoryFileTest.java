package life.actor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoryFileTest {
  private final LoggerContext context = new LoggerContext();
  private Path file = Path.of("story.log");

  /** As Life comes. */
  @BeforeEach
  void begin(@TempDir Path folder) throws JoranException {
    file = folder.resolve("logs/story.log");
    context.setMDCAdapter(new LogbackMDCAdapter());
    context.putProperty("life.data", folder.toString());
    var configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(new File("../config/logback.xml"));
  }

  @AfterEach
  void end() {
    context.stop();
  }

  private void tell(String line) {
    context.getLogger(LifeLog.LOGGER).info(line);
  }

  @Test
  void whatWasToldStandsInTheFileAMomentLaterThoughNothingFollows() {
    tell("ada is born");
    await().untilAsserted(() -> assertThat(file).content(UTF_8).endsWith(" ada is born\n"));
  }

  @Test
  void nothingThatWasToldIsMissingAfterAnOrderlyEnd() {
    for (int n = 0; n < 1_000; n++) {
      tell("line " + n);
    }
    context.stop();
    assertThat(file).content(UTF_8).hasLineCount(1_000).endsWith(" line 999\n");
  }
}
