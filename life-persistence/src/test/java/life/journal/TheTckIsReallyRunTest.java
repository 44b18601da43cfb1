package life.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.TestEngine;
import org.junit.runner.Request;

/** Without the vintage engine the TCK would be passed over in silence. */
class TheTckIsReallyRunTest {

  @Test
  void the_engine_for_it_is_present() {
    assertThat(ServiceLoader.load(TestEngine.class))
        .extracting(TestEngine::getId)
        .contains("junit-vintage");
  }

  @ParameterizedTest
  @CsvSource({
    "life.journal.TheJournalPassesPekkosTckTest, 17",
    "life.journal.TheSnapshotStorePassesPekkosTckTest, 13"
  })
  void it_has_all_its_tests(String spec, int tests) throws ClassNotFoundException {
    assertThat(Request.aClass(Class.forName(spec)).getRunner().testCount()).isEqualTo(tests);
  }
}
