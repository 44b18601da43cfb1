package life.chronicle;

import life.being.Phase;
import life.body.Bounds;
import life.world.Stimulus;
import org.jspecify.annotations.Nullable;

/**
 * What a life was like in a stretch of its time.
 *
 * @param tick the first, 0 or more
 * @param until where it ends, or where the life in it ends; after {@code tick}
 * @param energy in [0, 100]
 * @param stability in [0, 1]
 * @param integrity in [0, 1]
 * @param drive see {@link life.body.Drive}
 * @param arousal in [0, 1]
 * @param felt subjective age at its end, in felt seconds
 * @param asleep share of it that was slept, in [0, 1]
 * @param stimuli how many were met
 * @param strongest the most intense of them; the first of equal ones
 * @param phase at its end
 */
public record Bucket(
    long tick,
    long until,
    Range energy,
    Range stability,
    Range integrity,
    Range drive,
    Range arousal,
    double felt,
    double asleep,
    int stimuli,
    @Nullable Stimulus strongest,
    Phase phase) {
  public Bucket {
    Bounds.within("first tick", tick, 0, Long.MAX_VALUE);
    Bounds.within("end", until, tick + 1, Long.MAX_VALUE);
    Bounds.within("felt seconds", felt, 0, Double.MAX_VALUE);
    Bounds.within("share asleep", asleep, 0, 1);
    Bounds.within("stimuli", stimuli, strongest == null ? 0 : 1, Integer.MAX_VALUE);
  }
}
