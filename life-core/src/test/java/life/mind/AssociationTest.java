package life.mind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The curves that Rescorla and Wagner (1972) were made to explain. */
class AssociationTest {
  private static final double RATE = 0.2;
  private static final double LAMBDA = 1;

  @Test
  void acquisitionFollowsTheClosedForm() {
    var cue = Association.none("noise");
    for (int trial = 1; trial <= 50; trial++) {
      cue = cue.learned(RATE, LAMBDA, cue.strength());
      assertThat(cue.strength()).isCloseTo(LAMBDA * (1 - Math.pow(1 - RATE, trial)), within(1e-12));
    }
  }

  @Test
  void extinctionUndoesItAtTheSameRate() {
    var cue = new Association("noise", 1);
    for (int trial = 1; trial <= 50; trial++) {
      cue = cue.learned(RATE, 0, cue.strength());
      assertThat(cue.strength()).isCloseTo(Math.pow(1 - RATE, trial), within(1e-12));
    }
  }

  @Test
  void whatIsFullyExpectedTeachesNothingAboutAFurtherCue() {
    var known = new Association("noise", LAMBDA);
    var added = Association.none("doubt");
    for (int trial = 0; trial < 100; trial++) {
      double expected = known.strength() + added.strength();
      known = known.learned(RATE, LAMBDA, expected);
      added = added.learned(RATE, LAMBDA, expected);
    }
    assertThat(added.strength()).isZero();
  }

  @Test
  void twoCuesTogetherShareWhatOneWouldHaveLearned() {
    var one = Association.none("noise");
    var other = Association.none("doubt");
    for (int trial = 0; trial < 200; trial++) {
      double expected = one.strength() + other.strength();
      one = one.learned(RATE, LAMBDA, expected);
      other = other.learned(RATE, LAMBDA, expected);
    }
    assertThat(one.strength()).isCloseTo(LAMBDA / 2, within(1e-9));
    assertThat(other.strength()).isCloseTo(LAMBDA / 2, within(1e-9));
  }
}
