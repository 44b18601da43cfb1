/** Streaming detectors over plain numbers and symbols; they know nothing of beings. */
@NullMarked
package life.detect;

import org.jspecify.annotations.NullMarked;
