package life.dev;

import static org.assertj.core.api.Assertions.assertThat;

import life.http.problem.ProblemType;
import org.junit.jupiter.api.Test;

class ApologyTest {
  @Test
  void theSupervisorApologizesAsLifeDoes() {
    assertThat(Apology.TYPE).isEqualTo(ProblemType.NOT_READY.path());
    assertThat(Apology.TITLE).isEqualTo(ProblemType.NOT_READY.title());
    assertThat(Apology.STATUS).isEqualTo(ProblemType.NOT_READY.status());
  }
}
