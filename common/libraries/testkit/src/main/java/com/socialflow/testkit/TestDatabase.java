package com.socialflow.testkit;

/** An empty PostgreSQL database of a test's own: a JDBC address and who to be there. */
public record TestDatabase(String url, String user, String password) {}
