package life.http;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import life.actor.Answer;
import life.being.LawSettings;
import life.being.LifeId;
import life.world.World;

/**
 * The births that were asked for and are not answered yet, at most {@value #MOST}. Safe for many
 * threads.
 */
public final class Births {
  private static final int MOST = 1_000;

  private final Set<Birth> open = ConcurrentHashMap.newKeySet();

  /** A being that is to be born. */
  public record Birth(LifeId id, long seed, LawSettings laws, World world) {}

  /** Those that nobody has answered. */
  public List<Birth> unanswered() {
    return List.copyOf(open);
  }

  /** Notes it until there is an answer, whatever that is. No answer in time is none. */
  CompletionStage<Answer> note(Birth birth, Supplier<CompletionStage<Answer>> ask) {
    if (open.size() < MOST) {
      open.add(birth);
    }
    return ask.get()
        .whenComplete((given, _) -> {
          if (given != null) {
            open.remove(birth);
          }
        });
  }
}
