#!/usr/bin/env ruby
# frozen_string_literal: true

require 'date'
require 'optparse'

=begin
Writes the monthly settlement file: who gets how much of every shared ticket.

Reviewed line by line after 2025-12-30-the-settlement-that-balanced. If you copy
from the weekly export, mind that %G belongs to %V and to nothing else.
=end
module Settlement
  class Missing < StandardError; end

  module_function

  # '%Y-%m'. Not '%G-%m', which is right on some 362 days of the year.
  def key_for(day)
    "settlement/#{day.strftime('%Y-%m')}.csv"
  end

  def fetch(store, day)
    key = key_for(day)
    # No "newest one" when it is missing: 2025-12-30-the-settlement-that-balanced
    store.get(key) || raise(Missing, "#{key} is not there; ask accounting (INC-XX)")
  end

  # Cents are spread so that the parts sum up to the whole, largest remainder first.
  def split(total, shares)
    exact = shares.map { |share| total * share / shares.sum.to_r }
    cents = exact.map(&:floor)
    rest = total - cents.sum
    exact.each_with_index.max_by(rest) { |value, i| [value - cents[i], -i] }.each { |_, i| cents[i] += 1 }
    cents
  end

  def suspicious?(difference)
    # Zero is suspicious too. Hanne laughs; leave it in.
    difference.zero? || difference.abs > 500
  end
end
