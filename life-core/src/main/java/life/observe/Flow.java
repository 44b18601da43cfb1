package life.observe;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import life.body.Drive;
import life.detect.Checkpoint;
import life.mind.Condition;

/**
 * The quantities of the hour that is being lived, in little memory: what they were every two
 * minutes, their means and their extremes. Begun anew for each hour.
 */
final class Flow {
  /** Samples of an hour: one in two minutes; up to one in 80 s where a tick is as long. */
  private static final int MOST = 48;

  private static final int ENERGY = 0;
  private static final int STABILITY = 1;
  private static final int INTEGRITY = 2;
  private static final int DRIVE = 3;
  private static final int AROUSAL = 4;
  private static final int KINDS = 5;

  private final double[] samples = new double[KINDS * MOST];
  private final double[] total = new double[KINDS];
  private final double[] least = new double[KINDS];
  private final double[] greatest = new double[KINDS];
  private final double[] last = new double[KINDS];
  private int used;
  private long ticks;

  /** Begins an hour in this condition. */
  void begin(Condition condition) {
    used = 0;
    ticks = 0;
    now(condition);
    for (int i = 0; i < KINDS; i++) {
      total[i] = 0;
      least[i] = last[i];
      greatest[i] = last[i];
    }
  }

  /** The condition jumped. */
  void jump(Condition condition) {
    now(condition);
    for (int i = 0; i < KINDS; i++) {
      extend(i);
    }
  }

  /** The condition moved in a straight line to this one, in so many ticks, 1 or more. */
  void move(Condition condition, long passed) {
    for (int i = 0; i < KINDS; i++) {
      total[i] += last[i] * passed / 2;
    }
    now(condition);
    for (int i = 0; i < KINDS; i++) {
      total[i] += last[i] * passed / 2;
      extend(i);
    }
    ticks += passed;
  }

  /** Two minutes are over. */
  void sample() {
    if (used < MOST) {
      for (int i = 0; i < KINDS; i++) {
        samples[i * MOST + used] = last[i];
      }
      used++;
    }
  }

  private void now(Condition condition) {
    var vitals = condition.vitals();
    boolean same =
        vitals.energy() == last[ENERGY]
            && vitals.stability() == last[STABILITY]
            && vitals.integrity() == last[INTEGRITY];
    last[ENERGY] = vitals.energy();
    last[STABILITY] = vitals.stability();
    last[INTEGRITY] = vitals.integrity();
    last[DRIVE] = same ? last[DRIVE] : Drive.of(vitals);
    last[AROUSAL] = condition.arousal();
  }

  private void extend(int i) {
    least[i] = Math.min(least[i], last[i]);
    greatest[i] = Math.max(greatest[i], last[i]);
  }

  /** Saves this, or restores what was saved. */
  void keep(Checkpoint checkpoint) {
    used = Math.min(MOST, checkpoint.count(used));
    ticks = checkpoint.whole(ticks);
    for (int i = 0; i < KINDS; i++) {
      total[i] = checkpoint.number(total[i]);
      least[i] = checkpoint.number(least[i]);
      greatest[i] = checkpoint.number(greatest[i]);
      last[i] = checkpoint.number(last[i]);
      for (int n = 0; n < used; n++) {
        samples[i * MOST + n] = checkpoint.number(samples[i * MOST + n]);
      }
    }
  }

  /** What the quantities were in this hour so far; changes nothing. */
  Map<Quantity, Spread> spreads() {
    var spreads = new EnumMap<Quantity, Spread>(Quantity.class);
    for (var quantity : Quantity.values()) {
      spreads.put(quantity, spread(at(quantity)));
    }
    return spreads;
  }

  private static int at(Quantity quantity) {
    return switch (quantity) {
      case ENERGY -> ENERGY;
      case STABILITY -> STABILITY;
      case INTEGRITY -> INTEGRITY;
      case DRIVE -> DRIVE;
      case AROUSAL -> AROUSAL;
    };
  }

  private Spread spread(int i) {
    double mean = ticks == 0 ? last[i] : total[i] / ticks;
    double[] values = Arrays.copyOfRange(samples, i * MOST, i * MOST + used);
    Arrays.sort(values);
    return new Spread(
        least[i], greatest[i], Math.clamp(mean, least[i], greatest[i]), ticks, Sketch.of(values));
  }
}
