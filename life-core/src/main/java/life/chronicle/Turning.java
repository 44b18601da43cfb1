package life.chronicle;

import life.being.CauseOfDeath;
import org.jspecify.annotations.Nullable;

/**
 * A moment at which a life entered another phase.
 *
 * @param tick when
 * @param type as in {@link life.being.Fact#type}: born, degraded, recovered or died
 * @param cause what it died of, if it did
 */
public record Turning(long tick, String type, @Nullable CauseOfDeath cause) {}
