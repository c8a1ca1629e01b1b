// 2021 day 3, wrong: on a tie the oxygen rating keeps the numbers with a 0.
package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
)

func ones(numbers []string, place int) int {
	count := 0
	for _, number := range numbers {
		if number[place] == '1' {
			count++
		}
	}
	return count
}

func rating(numbers []string, fewest bool) int64 {
	for place := 0; place < len(numbers[0]) && len(numbers) > 1; place++ {
		count := ones(numbers, place)
		if count == 0 || count == len(numbers) {
			continue
		}
		keep := byte('0')
		if fewest && 2*count < len(numbers) || !fewest && 2*count > len(numbers) {
			keep = '1'
		}
		kept := []string{}
		for _, number := range numbers {
			if number[place] == keep {
				kept = append(kept, number)
			}
		}
		numbers = kept
	}
	value, _ := strconv.ParseInt(numbers[0], 2, 64)
	return value
}

func main() {
	numbers := []string{}
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		numbers = append(numbers, lines.Text())
	}
	var gamma, epsilon uint64
	for place := range numbers[0] {
		gamma, epsilon = 2*gamma, 2*epsilon
		if 2*ones(numbers, place) >= len(numbers) {
			gamma++
		} else {
			epsilon++
		}
	}
	fmt.Println(gamma * epsilon)
	fmt.Println(rating(numbers, false) * rating(numbers, true))
}
