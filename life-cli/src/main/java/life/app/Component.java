package life.app;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.pekko.Done;

/**
 * A part of the process that ends in its turn.
 *
 * @param name by which it is named if it does not end
 * @param patience how long it may take
 * @param end begins to end it; completes when it has ended
 * @param force what is done when it takes longer
 */
record Component(
    String name, Duration patience, Supplier<CompletionStage<Done>> end, Runnable force) {}
