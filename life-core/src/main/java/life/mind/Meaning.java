package life.mind;

import life.body.Bounds;
import life.body.Canon;
import life.body.Shift;

/**
 * What a stimulus meant to a being when it was met.
 *
 * @param significance how much it mattered, in [0, 1]
 * @param response how it was taken
 * @param impact what it did to the vitals, before they were kept within their ranges
 * @param novelty how new its kind was, in [0, 1]
 * @param relief drive that it took away; below 0 if it added some
 */
public record Meaning(
    double significance, Response response, Shift impact, double novelty, double relief) {
  public Meaning {
    Bounds.within("significance", significance, 0, 1);
    Bounds.within("novelty", novelty, 0, 1);
  }

  void writeTo(Canon canon) {
    canon.number(significance).text(response.word()).number(novelty).number(relief);
    canon.number(impact.energy()).number(impact.stability()).number(impact.integrity());
  }
}
