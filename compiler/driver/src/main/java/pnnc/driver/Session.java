package pnnc.driver;

/**
 * One run of the driver.
 *
 * @param settings the same for every action
 * @param reporter hears what happens
 */
public record Session(Settings settings, Reporter reporter) {}
