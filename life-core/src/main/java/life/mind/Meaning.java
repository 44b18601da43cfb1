package life.mind;

import life.body.Bounds;
import life.body.Shift;
import life.body.Vitals;
import life.world.Stimulus;
import life.world.StimulusKind;

/**
 * What a stimulus means to this being now.
 *
 * @param significance how much it matters, in [0, 1]
 * @param response how it is taken
 * @param impact what it does to the vitals, before they are kept within their ranges
 */
public record Meaning(double significance, Response response, Shift impact) {
  /** Below this significance a stimulus passes unnoticed. */
  private static final double NOTICED = 0.05;

  /** Up to this significance a sound being softens what harms it. */
  private static final double BEARABLE = 0.3;

  /** Stability from which a being counts as sound. */
  private static final double SOUND = 0.8;

  /** Stability below which a being counts as weak. */
  private static final double WEAK = 0.4;

  public Meaning {
    Bounds.within("significance", significance, 0, 1);
  }

  /** Gives meaning to a stimulus of that kind in that condition. */
  public static Meaning of(Stimulus stimulus, StimulusKind kind, Vitals vitals) {
    double significance = stimulus.intensity() * kind.significance();
    var response = response(significance, kind.impact(), vitals);
    return new Meaning(
        significance, response, kind.impact().times(stimulus.intensity() * response.factor()));
  }

  private static Response response(double significance, Shift impact, Vitals vitals) {
    if (significance < NOTICED) {
      return Response.IGNORE;
    }
    if (!impact.isHarmful()) {
      return Response.ABSORB;
    }
    if (vitals.stability() < WEAK) {
      return Response.AMPLIFY;
    }
    boolean softened = vitals.stability() >= SOUND && significance <= BEARABLE;
    return softened ? Response.DAMPEN : Response.ABSORB;
  }
}
