package life.actor;

import java.util.Map;
import java.util.Optional;
import life.world.World;

/** The worlds that a process knows, by name, as their files say now. Safe for many threads. */
public final class KnownWorlds {
  private volatile Map<String, World> byName;

  public KnownWorlds(Map<String, World> byName) {
    this.byName = Map.copyOf(byName);
  }

  /** The world of that name, if there is one. */
  public Optional<World> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All of them. */
  public Map<String, World> all() {
    return byName;
  }

  /** From now on they are these. Lives settle in them when they are told to, see {@link Lives}. */
  public void become(Map<String, World> other) {
    byName = Map.copyOf(other);
  }
}
