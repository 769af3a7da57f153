/** The goal {@code pleat:generate}: model files become annotated classes while a project is built. */
package dev.pleat.maven;
