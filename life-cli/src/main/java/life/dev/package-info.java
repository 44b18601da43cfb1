/**
 * Tooling for those who work on Life: restarts the process when its files change. The beings know
 * nothing of it.
 */
@NullMarked
package life.dev;

import org.jspecify.annotations.NullMarked;
