/** What the examples share. Each example has a package of its own, with a {@code Main}. */
package dev.pleat.examples;
