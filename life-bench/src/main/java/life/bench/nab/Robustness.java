package life.bench.nab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What of a score is left where the threshold is not chosen by the series that it is scored on.
 *
 * @param leaveGroupOut each group scored at the threshold that is best for all others
 * @param halves each of many random halves scored at the threshold that is best for the other; mean
 */
record Robustness(double leaveGroupOut, double halves) {
  private static final int SPLITS = 100;
  private static final long SEED = 1;

  static Robustness of(List<Judgement> all, Profile profile) {
    return new Robustness(leaveGroupOut(all, profile), halves(all, profile));
  }

  private static double leaveGroupOut(List<Judgement> all, Profile profile) {
    double raw = 0;
    int windows = 0;
    for (var group : all.stream().map(each -> each.series().group()).distinct().toList()) {
      var others = all.stream().filter(each -> !each.series().group().equals(group)).toList();
      double threshold = Judgement.bestThreshold(others, profile);
      for (var each : all) {
        if (each.series().group().equals(group)) {
          raw += each.at(threshold, profile);
          windows += each.series().windows().size();
        }
      }
    }
    double silence = -profile.miss() * windows;
    return 100 * (raw - silence) / (profile.hit() * windows - silence);
  }

  private static double halves(List<Judgement> all, Profile profile) {
    var shuffled = new ArrayList<>(all);
    var random = new Random(SEED);
    double sum = 0;
    for (int i = 0; i < SPLITS; i++) {
      Collections.shuffle(shuffled, random);
      int half = shuffled.size() / 2;
      double threshold = Judgement.bestThreshold(shuffled.subList(0, half), profile);
      sum += Judgement.score(shuffled.subList(half, shuffled.size()), profile, threshold);
    }
    return sum / SPLITS;
  }
}
