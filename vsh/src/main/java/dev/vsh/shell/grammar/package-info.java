/**
 * From text to {@link dev.vsh.shell.command.Invocation}s, by the grammar that follows. Uses {@code
 * dev.vsh.shell.command}; what it cannot read it refuses with a {@link
 * dev.vsh.shell.grammar.SyntaxException} before anything runs.
 *
 * <pre>
 * text       ::= command (separator command)*
 * separator  ::= ";" | newline | comment
 * comment    ::= "#" at the start of a word, up to the end of the line
 * command    ::= empty
 *              | name argument*
 *              | "!" anything                  for the host's shell, up to the end of the line
 * argument   ::= "--" name                     a flag
 *              | "--" name blank word          an option and its value
 *              | "--" name "=" word            the same
 *              | "--"                          from here on every word is data
 *              | word                          data: fills the first option without a value
 * word       ::= piece+
 * piece      ::= "'" literal "'"               nothing is special; the end of a line of arguments may close it
 *              | '"' (char | "\" char)* '"'
 *              | "\" char                      the character itself; before a newline, nothing
 *              | any other char but blank, ";" and newline
 * name       ::= a letter or digit, then anything but "=" and blank
 * </pre>
 *
 * Words that come from the command line of a process are taken as they are, without {@code text} and
 * {@code word}.
 */
@NullMarked
package dev.vsh.shell.grammar;

import org.jspecify.annotations.NullMarked;
