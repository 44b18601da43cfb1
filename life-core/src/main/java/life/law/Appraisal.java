package life.law;

import java.util.List;
import life.being.Fact;
import life.being.SelfState.Alive;
import life.body.Bounds;
import life.body.Drive;
import life.body.Shift;
import life.mind.Association;
import life.mind.Meaning;
import life.mind.Response;
import life.world.Stimulus;
import life.world.StimulusKind;

/**
 * What a stimulus means to a being now: how much it matters, from its intensity, its kind, how new
 * it is, the drive it would add or take away, how weak the being is, and what it has learned to
 * expect; then how it is taken, and what it does.
 */
final class Appraisal {
  /** Below this significance a stimulus passes unnoticed. */
  static final double NOTICED = 0.05;

  /** Up to this significance a sound being softens what harms it. */
  static final double BEARABLE = 0.3;

  /** Stability from which a being counts as sound. */
  static final double SOUND = 0.8;

  /** Stability below which a being counts as weak. */
  static final double WEAK = 0.4;

  /** Share of its significance that a kind keeps when it is not new at all. */
  private static final double KEPT_WHEN_FAMILIAR = 0.5;

  /** Significance that a unit of drive adds, as a share. */
  private static final double PER_DRIVE = 0.1;

  /** Significance that full weakness adds to what harms, as a share. */
  private static final double FOR_WEAKNESS = 0.5;

  /** Significance that an announced unit of drive adds to a cue. */
  private static final double PER_ANNOUNCED = 0.05;

  private Appraisal() {}

  /** The stimulus, met. */
  static Fact.Met meet(Alive being, List<Long> causes, Stimulus stimulus) {
    var name = stimulus.kind();
    var kind = being.world().kind(name).orElseGet(() -> StimulusKind.forgotten(name));
    var meaning = meaning(being, kind, stimulus.intensity());
    var after = being.condition().stirred(stimulus.intensity(), meaning);
    return new Fact.Met(causes, stimulus, meaning, after);
  }

  /** What a stimulus of that kind and intensity would mean. */
  static Meaning meaning(Alive being, StimulusKind kind, double intensity) {
    var laws = being.origin().laws();
    var mind = being.mind();
    boolean harmful = kind.impact().isHarmful();
    double taken = harmful ? mind.sensitivity().harm() : mind.sensitivity().help();
    var whole = kind.impact().times(intensity * taken);
    double novelty = mind.noveltyOf(kind.name(), being.tick(), laws.tickSeconds());
    double significance = significance(being, kind, intensity * taken, whole, novelty);
    var response = response(being, significance, whole);
    var impact = whole.times(response.factor());
    return new Meaning(significance, response, impact, novelty, relief(being, impact));
  }

  private static double significance(
      Alive being, StimulusKind kind, double strength, Shift impact, double novelty) {
    double byKind = kind.significance() * strength;
    double byNovelty = KEPT_WHEN_FAMILIAR + (1 - KEPT_WHEN_FAMILIAR) * novelty;
    double byDrive = 1 + PER_DRIVE * Math.abs(relief(being, impact));
    double lack = 1 - being.condition().vitals().stability();
    double byWeakness = impact.isHarmful() ? 1 + FOR_WEAKNESS * lack : 1;
    double announced = Math.abs(being.mind().associationOf(kind.name()).strength());
    double byWhatIsAnnounced = kind.significance() == 0 ? 0 : PER_ANNOUNCED * announced;
    return Bounds.clamp(byKind * byNovelty * byDrive * byWeakness + byWhatIsAnnounced, 0, 1);
  }

  private static Response response(Alive being, double significance, Shift impact) {
    if (significance < NOTICED) {
      return Response.IGNORE;
    }
    if (being.sleep().asleep() && significance < Sleeping.WAKING) {
      return Response.DAMPEN;
    }
    if (!impact.isHarmful()) {
      return Response.ABSORB;
    }
    boolean expected = being.mind().foreboding() >= Association.COUNTED_ON;
    double stability = being.condition().vitals().stability();
    if (stability < WEAK) {
      return expected ? Response.ABSORB : Response.AMPLIFY;
    }
    boolean softened = expected || (stability >= SOUND && significance <= BEARABLE);
    return softened ? Response.DAMPEN : Response.ABSORB;
  }

  private static double relief(Alive being, Shift impact) {
    var vitals = being.condition().vitals();
    return impact.isNone() ? 0 : Drive.reward(vitals, vitals.shifted(impact));
  }
}
