/**
 * What can be asked of the past: moments, verification, what might have been, and a whole life at
 * one glance.
 */
@NullMarked
package life.chronicle;

import org.jspecify.annotations.NullMarked;
