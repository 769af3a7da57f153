/** From the user's annotated class to a graph; every mistake a user can make ends here. */
package dev.pleat.processor.read;
