package life.mind;

import life.body.Canon;

/**
 * An episode, or a group of alike ones, as long-term memory holds it.
 *
 * @param id the seq of the fact in which the first of them was met
 * @param kind of the stimulus
 * @param intensity of the stimulus; the mean of a group
 * @param significance that it had; the mean of a group
 * @param relief drive that it took away; the mean of a group
 * @param episodes how many there are in the group, 1 or more
 * @param level how present it is
 */
public record Trace(
    long id,
    String kind,
    double intensity,
    double significance,
    double relief,
    long episodes,
    BaseLevel level) {
  /** How much the significance of alike episodes may differ. */
  private static final double ALIKE = 0.15;

  /** The trace that an episode leaves. */
  public static Trace of(Episode episode) {
    var meaning = episode.meaning();
    return new Trace(
        episode.seq(),
        episode.kind(),
        episode.intensity(),
        meaning.significance(),
        meaning.relief(),
        1,
        BaseLevel.madeAt(episode.felt()));
  }

  /** Whether both are the same kind of thing, and mattered about as much. */
  public boolean isLike(Trace other) {
    return kind.equals(other.kind)
        && Math.abs(significance - other.significance) <= ALIKE
        && (relief >= 0) == (other.relief >= 0);
  }

  /** Both as one group, under the identity of the older one. */
  public Trace groupedWith(Trace other) {
    double share = (double) other.episodes / (episodes + other.episodes);
    return new Trace(
        Math.min(id, other.id),
        kind,
        intensity + (other.intensity - intensity) * share,
        significance + (other.significance - significance) * share,
        relief + (other.relief - relief) * share,
        episodes + other.episodes,
        level.with(other.level));
  }

  Trace at(BaseLevel other) {
    return new Trace(id, kind, intensity, significance, relief, episodes, other);
  }

  void writeTo(Canon canon) {
    canon.text(kind).number(intensity).number(significance).number(relief).whole(episodes);
    level.writeTo(canon);
  }
}
