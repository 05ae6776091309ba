/**
 * The practice account's CloudFormation. It reads a template by itself, without the room that writes Footing's
 * templates, so that it can find that room's mistakes, and it makes each resource by the SDK client of its service, so
 * that every refusal is the service's own.
 */
@NullMarked
package footing.practice.cloudformation;

import org.jspecify.annotations.NullMarked;
