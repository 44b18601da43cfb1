package life.cli;

import java.io.IOException;
import java.util.Optional;

/** How a being is doing, in the words of the server. */
final class Doing {
  private Doing() {}

  /** The sentence; empty where it can't be had now, or from an older server. */
  static Optional<String> of(Wire wire, String life) {
    try {
      var answer = wire.look(Wire.life(life, "interpretation"));
      return Optional.of(answer.body().path("sentence").asText())
          .filter(sentence -> answer.ok() && !sentence.isBlank());
    } catch (IOException | Trouble e) {
      return Optional.empty();
    }
  }
}
