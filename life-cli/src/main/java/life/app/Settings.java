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
    Supervision supervision,
    boolean json) {

  /**
   * What {@code life dev} says to the process that it starts.
   *
   * @param leash the socket of the supervisor
   * @param front where clients reach this process, if not at its own address
   * @param frontHealth where they are told of its health
   * @param restart whether the process before left something
   */
  public record Supervision(
      @Nullable Path leash, @Nullable String front, @Nullable String frontHealth, boolean restart) {
    /** Nobody supervises it. */
    static final Supervision NONE = new Supervision(null, null, null, false);
  }

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
