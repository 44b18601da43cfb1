package life.app;

import java.nio.file.Path;
import java.util.List;
import life.cli.Mortality;
import life.cli.Switch;
import org.jspecify.annotations.Nullable;

/**
 * What the flags of {@code life run} said. Null means that the flag was not given, so that the
 * environment, the config file and the default can speak, in this order.
 */
public record Settings(
    @Nullable String name,
    @Nullable Long seed,
    @Nullable Double speed,
    @Nullable Path data,
    Address address,
    @Nullable String world,
    @Nullable String weather,
    @Nullable Path scenario,
    @Nullable Mortality mortality,
    @Nullable Switch monitor,
    @Nullable Long untilTick,
    boolean json) {

  /** Where HTTP listens, and for whom. */
  public record Address(
      @Nullable String host,
      @Nullable Integer port,
      @Nullable Integer healthPort,
      boolean allowRemote,
      List<String> allowHosts) {
    /** Nothing was said about it. */
    static final Address UNSAID = new Address(null, null, null, false, List.of());

    public Address {
      allowHosts = List.copyOf(allowHosts);
    }
  }
}
