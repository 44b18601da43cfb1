/** What can be asked of the past: moments, verification, and what might have been. */
@NullMarked
package life.chronicle;

import org.jspecify.annotations.NullMarked;
