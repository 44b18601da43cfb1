package life.app;

import java.nio.file.Path;
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
    @Nullable Integer port,
    @Nullable String world,
    @Nullable String weather,
    @Nullable Path scenario,
    @Nullable Mortality mortality,
    @Nullable Switch monitor,
    @Nullable Long untilTick,
    boolean json) {}
