/** Tests that prove what the README promises of every model. */
package dev.pleat.examples.promises;
