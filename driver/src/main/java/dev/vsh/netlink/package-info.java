/**
 * Requests to the kernel about network interfaces, addresses and routes, and what it answers, as bytes: rtnetlink(7). It
 * makes no call and uses nothing else of this project, so that a plan can hold a request and print it.
 */
@NullMarked
package dev.vsh.netlink;

import org.jspecify.annotations.NullMarked;
